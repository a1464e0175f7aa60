/** The settings every embedded Postgres runs with, given as arguments so that a data folder never carries old ones. */

/**
 * @param {number} port
 * @param {boolean} durable
 * @returns {string[]}
 */
export function serverSettings(port, durable) {
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    // A socket's path may not exceed 107 characters, which a deep DATA_DIR does; loopback serves as well.
    unix_socket_directories: "",
    max_connections: 100,
    shared_buffers: "128MB",
    min_wal_size: "256MB",
    max_wal_size: "2GB",
    fsync: durable ? "on" : "off",
    synchronous_commit: durable ? "on" : "off",
    full_page_writes: durable ? "on" : "off",
    random_page_cost: "1.1",
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
