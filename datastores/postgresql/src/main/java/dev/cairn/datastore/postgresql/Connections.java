package dev.cairn.datastore.postgresql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connects to the database of a datastore. Thread-safe. There is a pool for readers, whose transactions see one moment, and one for what
 * writes outside the transactions of records; whoever writes records has a connection of his own. No connection is made in advance, and
 * none stays open for long without use.
 */
final class Connections implements AutoCloseable {
    private static final int MOST_READERS = 6;
    private static final int MOST_WRITERS = 4;
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final StoreUrl url;
    private final Limits limits;
    private final UnaryOperator<@Nullable String> environment;
    private @Nullable HikariPool readers; // this and what follows: guarded by this
    private @Nullable HikariPool writers;
    private boolean closed;

    Connections(StoreUrl url, Limits limits) {
        this(url, limits, System::getenv);
    }

    /** For tests: with another environment. */
    Connections(StoreUrl url, Limits limits, UnaryOperator<@Nullable String> environment) {
        this.url = url;
        this.limits = limits;
        this.environment = environment;
    }

    Limits limits() {
        return limits;
    }

    /** A connection of its own, in which each statement is a transaction until somebody changes that. */
    Connection open() throws SQLException {
        return source().getConnection();
    }

    /** A session of its own, in which the caller ends transactions. */
    Session openWriter() throws SQLException {
        Connection connection = open();
        connection.setAutoCommit(false);
        return new Session(connection);
    }

    /** A session for transactions that read, each at one moment; to be given back. */
    Session reader() throws SQLException {
        return new Session(readers().getConnection());
    }

    /** A session in which each statement is a transaction; to be given back. */
    Session writer() throws SQLException {
        return new Session(writers().getConnection());
    }

    private synchronized HikariPool readers() throws SQLException {
        requireOpen();
        if (readers == null) {
            HikariConfig config = config(MOST_READERS);

            config.setReadOnly(true);
            config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
            readers = new HikariPool(config);
        }
        return readers;
    }

    private synchronized HikariPool writers() throws SQLException {
        requireOpen();
        if (writers == null) {
            writers = new HikariPool(config(MOST_WRITERS));
        }
        return writers;
    }

    private void requireOpen() throws SQLException {
        if (closed) {
            throw new SQLException("the pool is closed");
        }
    }

    private HikariConfig config(int most) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source());
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE.toMillis());
        config.setConnectionTimeout(limits.connect().toMillis());
        config.setInitializationFailTimeout(-1);
        config.setPoolName("cairn");
        config.validate();
        return config;
    }

    private PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        List<StoreUrl.Host> hosts = url.hosts();
        source.setServerNames(hosts.stream().map(StoreUrl.Host::name).toArray(String[]::new));
        source.setPortNumbers(hosts.stream().mapToInt(StoreUrl.Host::port).toArray());
        source.setDatabaseName(url.database());
        source.setCurrentSchema(url.schema());
        source.setApplicationName("Cairn");
        source.setConnectTimeout(seconds(limits.connect()));
        source.setLoginTimeout(seconds(limits.connect()));
        source.setSocketTimeout(seconds(limits.answer()));
        source.setTcpKeepAlive(true);
        source.setReWriteBatchedInserts(false);
        source.setOptions(options());
        String user = url.user() == null ? environment.apply("PGUSER") : url.user();
        if (user != null) {
            source.setUser(user);
        }
        String password = environment.apply("PGPASSWORD");
        if (password != null) {
            source.setPassword(password); // without one, the driver looks into ~/.pgpass
        }
        if (hosts.size() > 1) {
            setProperty(source, "targetServerType", "primary");
        }
        for (Map.Entry<String, String> parameter : url.parameters().entrySet()) {
            if (StoreUrl.ENCRYPTION.contains(parameter.getKey())) {
                setProperty(source, parameter.getKey(), parameter.getValue());
            }
        }
        return source;
    }

    /**
     * Settings of sessions. All statements find rows by an index: a planner that knows a table only from the time when it was empty would
     * read all of it, until its statistics are renewed. Nothing here is worth a compiler. Whoever writes has waited for locks, and must
     * see what was committed meanwhile, whatever the database has as its default.
     */
    private String options() {
        long patience = limits.answer().toMillis() / 2;
        return "-c synchronous_commit=on -c default_transaction_isolation=read\\ committed"
                + " -c jit=off -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off"
                + " -c lock_timeout=" + patience + " -c idle_in_transaction_session_timeout=" + patience
                + " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"
                + " -c client_min_messages=error";
    }

    private static void setProperty(PGSimpleDataSource source, String name, String value) {
        try {
            source.setProperty(name, value);
        } catch (SQLException e) {
            throw new IllegalStateException(e); // the driver knows these names
        }
    }

    private static int seconds(Duration duration) {
        return (int) Math.max(1, duration.toSeconds());
    }

    @Override
    public void close() {
        HikariPool reading;
        HikariPool writing;
        synchronized (this) {
            closed = true;
            reading = readers;
            writing = writers;
        }
        shutDown(reading);
        shutDown(writing);
    }

    private static void shutDown(@Nullable HikariPool pool) {
        if (pool != null) {
            try {
                pool.shutdown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
