// Prints the cells that a spreadsheet finds in a file, each with its value, its type and its formula.
import { readFileSync } from "node:fs";
import { read } from "xlsx";

const book = read(readFileSync(process.argv[2]), { cellFormula: true });
const sheet = book.Sheets[book.SheetNames[0]];
const cells = Object.entries(sheet).filter(([name]) => !name.startsWith("!"));
process.stdout.write(JSON.stringify(cells.map(([name, cell]) => [name, cell.v, cell.t, cell.f ?? null])));
