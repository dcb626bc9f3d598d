package dev.cairn.datastore.postgresql;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.postgresql.s3.S3Location;
import dev.cairn.datastore.postgresql.s3.S3Objects;
import dev.cairn.datastore.postgresql.s3.S3Patience;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The tables of a new datastore are committed, but the answer to that is lost. */
class LostAnswerTest {
    private final String url = PostgresqlServer.shared().newUrl()
            + S3Server.shared().parameters(S3Server.shared().newPrefix());
    private final StoreUrl parsed = StoreUrl.parse(url);
    private final S3Location bucket = S3Location.parse(
            parsed.parameters().get(StoreUrl.BLOBS), parsed.parameters().get(StoreUrl.ENDPOINT), null, null);

    /** A connection that breaks after its first COMMIT was done. */
    private static Connection breaking(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                LostAnswerTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    try {
                        Object answer = method.invoke(connection, arguments);
                        if (method.getName().equals("commit")) {
                            throw new SQLException("the connection is lost", "08006");
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void theDatastoreKeepsItsPrefix() throws SQLException {
        Connections connections = new Connections(parsed, Limits.STANDARD, name -> null);
        try (S3Objects objects = S3Objects.of(bucket, S3Patience.STANDARD);
                Connection connection = connections.open()) {
            connection.setAutoCommit(false);
            Session session = new Session(breaking(connection));
            StoreSchema schema = new StoreSchema(parsed, bucket.toString());
            assertThatThrownBy(() -> schema.open(session, objects)).hasMessage("the connection is lost");
        }
        assertThatCode(() -> Datastore.of(url).close()).doesNotThrowAnyException();
    }
}
