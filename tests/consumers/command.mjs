// Writes a workflow command for each entry of the JSON given, by GitHub's own toolkit.
import { error } from "@actions/core";

for (const { message, ...properties } of JSON.parse(process.argv[2])) {
  error(message, properties);
}
