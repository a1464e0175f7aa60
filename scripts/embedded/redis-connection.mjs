/** The few words of Redis's protocol it takes to ask whether a server with our password is ready to serve. */
import { connect } from "node:net";

const ANSWER_MS = 1_000;

/**
 * @param {number} port
 * @param {string} password
 * @returns {Promise<boolean>} false while it loads, too
 */
export function answersPing(port, password) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    let answer = "";
    /** @param {boolean} ready */
    const settle = (ready) => {
      socket.destroy();
      resolve(ready);
    };
    socket.setEncoding("utf8").on("data", (chunk) => {
      answer += chunk;
      const [auth, ping] = answer.split("\r\n");
      if (auth?.startsWith("-")) settle(false);
      else if (answer.split("\r\n").length > 2) settle(auth === "+OK" && ping === "+PONG");
    });
    socket.setTimeout(ANSWER_MS, () => settle(false));
    socket.once("error", () => settle(false));
    socket.once("end", () => settle(false));
  });
}
