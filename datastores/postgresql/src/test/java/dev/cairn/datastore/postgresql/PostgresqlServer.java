package dev.cairn.datastore.postgresql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL that tests start: as an unprivileged user, in a temporary directory, on the loopback address. It ends with this process.
 * Tests are left out where it is not installed, unless {@code -Dpostgresql.required=true}. Thread-safe.
 */
public final class PostgresqlServer {
    /** Who may do everything, and needs no password. */
    static final String ADMINISTRATOR = "cairn";

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final AtomicBoolean SAID = new AtomicBoolean();
    private static @Nullable PostgresqlServer shared;

    private final Path binaries;
    private final Path directory;
    private final int port;

    private PostgresqlServer(Path binaries, Path directory, int port) {
        this.binaries = binaries;
        this.directory = directory;
        this.port = port;
    }

    /** The server of this process, which is started by the first test that asks for it. */
    public static synchronized PostgresqlServer shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    /** A server for a test that kills it. */
    static PostgresqlServer start() {
        Path binaries = binaries().orElse(null);
        if (binaries == null) {
            String message = "PostgreSQL is not installed, so the tests that need it are left out: `apt-get install"
                    + " --no-install-recommends postgresql`, or name the directory of `initdb` with -Dpostgresql.bin";
            if (Boolean.getBoolean("postgresql.required")) {
                throw new AssertionError(message);
            }
            if (!SAID.getAndSet(true)) {
                System.err.println(message); // once for all tests
            }
            throw Assumptions.<RuntimeException>abort(message);
        }
        try {
            Path directory = Files.createTempDirectory("cairn-postgresql");
            PostgresqlServer server = new PostgresqlServer(binaries, directory, freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(server::remove));
            server.initialize();
            server.run();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> binaries() {
        String named = System.getProperty("postgresql.bin");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(java.util.Comparator.naturalOrder());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void initialize() throws IOException {
        if (isRoot()) {
            command("chown", "nobody", directory.toString());
        }
        server("initdb", "-D", data(), "-U", ADMINISTRATOR, "--auth=trust", "--encoding=UTF8", "--no-locale", "-N");
        Files.writeString(Path.of(data(), "pg_hba.conf"), """
                host all cairn 127.0.0.1/32 trust
                host all all 127.0.0.1/32 scram-sha-256
                """);
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    /** Starts it, or starts it again. What was forced to the disk is there after a kill: the platform has not gone down. */
    void run() throws IOException {
        String options = "-c listen_addresses=127.0.0.1 -c port=" + port
                + " -c unix_socket_directories= -c fsync=off -c full_page_writes=off -c max_connections=200"
                + " -c shared_buffers=64MB";
        server("pg_ctl", "-D", data(), "-w", "-t", "60", "-l", data() + "/log", "-o", options, "start");
    }

    /** Kills all of its processes at once. */
    void kill() throws IOException {
        server("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    }

    /** Lets it encrypt connections. */
    void encrypt(SelfSigned identity) throws IOException, GeneralSecurityException {
        write("server.crt", identity.certificate());
        write("server.key", identity.key());
        execute("postgres", "ALTER SYSTEM SET ssl = on", "SELECT pg_reload_conf()");
    }

    private void write(String name, String text) throws IOException {
        Path file = Path.of(data(), name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        if (isRoot()) {
            command("chown", "nobody", file.toString());
        }
    }

    private void remove() {
        try {
            if (Files.exists(Path.of(data(), "postmaster.pid"))) {
                kill();
            }
            new ProcessBuilder("rm", "-rf", directory.toString()).start(); // nobody need wait for it
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }

    private void server(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "nobody", "--"));
        }
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        command(command.toArray(String[]::new));
    }

    private static void command(String... command) throws IOException {
        Path output = Files.createTempFile("cairn", "output");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + " failed: " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(output);
        }
    }

    int port() {
        return port;
    }

    /** A new, empty database; its name. */
    String newDatabase() {
        String name = "test" + DATABASES.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + name);
        return name;
    }

    /** The URL of a datastore in a database. */
    String url(String database) {
        return "postgresql://" + ADMINISTRATOR + "@127.0.0.1:" + port + "/" + database;
    }

    /** The URL of a datastore that does not exist yet. */
    public String newUrl() {
        return url(newDatabase());
    }

    /** Runs statements as the administrator. */
    void execute(String database, String... statements) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + ADMINISTRATOR);
    }
}
