/** The files that the documentation offers, by folder and name: `node/sydx`, `client/verify`. */
import client from "../../docs/generated/client.json";
import snippets from "../../docs/generated/snippets.json";

const FILES = new Map(
  Object.entries({ ...snippets, client }).flatMap(([folder, files]) =>
    Object.entries(files).map(([name, code]) => [`${folder}/${name}`, code] as const),
  ),
);

/** @returns the file's text, or undefined where there is none of this name */
export const downloadable = (folder: string, name: string): string | undefined => FILES.get(`${folder}/${name}`);
