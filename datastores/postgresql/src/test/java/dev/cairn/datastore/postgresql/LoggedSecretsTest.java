package dev.cairn.datastore.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.postgresql.s3.S3Patience;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever level somebody sets for the logs of Cairn, of the driver, of the pool and of the client of S3: no secret is in them. */
class LoggedSecretsTest {
    private static final String SECRET = "correct-horse-battery";
    private static final String WRONG_SECRET = "wrong-horse-battery";
    private static final PostgresqlServer SERVER = PostgresqlServer.shared();

    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final String database = SERVER.newDatabase();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord record) {
            lines.add(record.getLoggerName() + " " + formatter.format(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void logAll() {
        SERVER.execute(
                database,
                "CREATE ROLE logged LOGIN PASSWORD '" + SECRET + "'",
                "GRANT CREATE ON DATABASE " + database + " TO logged");
        root.addHandler(handler);
        root.setLevel(Level.ALL);
    }

    @AfterEach
    void logNothing() {
        root.setLevel(before);
        root.removeHandler(handler);
        SERVER.execute(database, "DROP OWNED BY logged CASCADE", "DROP ROLE logged");
    }

    private Datastore open(String password) {
        return new Opening(
                        StoreUrl.parse("postgresql://logged@127.0.0.1:" + SERVER.port() + "/" + database
                                + S3Server.shared().parameters(S3Server.shared().newPrefix())),
                        Limits.STANDARD,
                        S3Patience.STANDARD,
                        Map.of("PGPASSWORD", password)::get,
                        Clock.systemUTC(),
                        () -> Duration.ZERO)
                .open();
    }

    @Test
    void noSecretIsLogged() {
        try (Datastore datastore = open(SECRET)) {
            datastore.blobs().read(datastore.blobs().put(new byte[100_000]).address());
            datastore.blobs().read(datastore.blobs().put(new byte[9_000_000]).address());
        }
        assertThatThrownBy(() -> open(WRONG_SECRET)).isInstanceOf(DatastoreException.class);

        assertThat(lines)
                .anyMatch(line -> line.startsWith("org.postgresql"))
                .anyMatch(line -> line.startsWith("com.zaxxer.hikari"))
                .anyMatch(line -> line.startsWith("software.amazon.awssdk"))
                .noneMatch(line -> line.contains(SECRET))
                .noneMatch(line -> line.contains(WRONG_SECRET))
                .noneMatch(line -> line.contains(System.getenv("AWS_SECRET_ACCESS_KEY")));
    }
}
