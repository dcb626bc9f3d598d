package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.DatastoreException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out why the database failed, and says so: what happened and where, and how to mend it. The codes are those of
 * <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL</a>. Immutable.
 *
 * @param url the datastore
 */
record Failures(StoreUrl url) {
    /** What the driver says where the server wants a password, and there is none. */
    private static final String REJECTED = "08004";

    private static final String NO_ENCRYPTION = "does not support SSL";

    /** Of classes of codes, what may be gone when tried again: connections, and a server that stops or starts. */
    private static final Set<String> TRANSIENT = Set.of(
            "40001", // serialization_failure
            "40P01", // deadlock_detected
            "55P03", // lock_not_available
            "57014", // query_canceled
            "57P01", // admin_shutdown
            "57P02", // crash_shutdown
            "57P03", // cannot_connect_now
            "57P05", // idle_session_timeout
            "25P03", // idle_in_transaction_session_timeout
            "25006", // read_only_sql_transaction: the server has just become a standby
            "53300"); // too_many_connections

    /** Whether the same may succeed later. */
    static boolean isTransient(SQLException failure) {
        if (caused(failure, SSLException.class) != null || caused(failure, UnknownHostException.class) != null) {
            return false;
        }
        String state = state(failure);
        return state.startsWith("08") && !state.equals(REJECTED) || TRANSIENT.contains(state);
    }

    /** The code of the failure below, if a pool has only passed it on. */
    private static String state(SQLException failure) {
        SQLException below = below(failure);
        return below.getSQLState() == null ? "" : below.getSQLState();
    }

    private static SQLException below(SQLException failure) {
        if (failure instanceof SQLTransientConnectionException && failure.getCause() instanceof SQLException cause) {
            return below(cause);
        }
        return failure;
    }

    private static <T extends Throwable> @Nullable T caused(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    /** What to tell the user. */
    DatastoreException of(SQLException thrown) {
        SQLException failure = below(thrown);
        return new DatastoreException(sentences(failure), failure);
    }

    private String sentences(SQLException failure) {
        String state = state(failure);
        SSLException encryption = caused(failure, SSLException.class);
        if (encryption != null) {
            return "cannot connect to PostgreSQL at " + url.servers() + ": its certificate is not trusted ("
                    + reason(encryption)
                    + "). Name the certificate of its authority with `sslrootcert=FILE` in the URL.";
        }
        if (String.valueOf(failure.getMessage()).contains(NO_ENCRYPTION)) {
            return "cannot connect to PostgreSQL at " + url.servers() + ": it does not offer encryption."
                    + " Turn `ssl` on in the server, or use `sslmode=disable` in a network that you trust.";
        }
        FileNotFoundException certificate = caused(failure, FileNotFoundException.class);
        if (certificate != null) {
            return "cannot connect to PostgreSQL at " + url.servers() + ": a file of certificates is missing: "
                    + certificate.getMessage() + ". Name it with `sslrootcert=FILE` in the URL.";
        }
        UnknownHostException host = caused(failure, UnknownHostException.class);
        if (host != null) {
            return "cannot connect to PostgreSQL at " + url.servers() + ": there is no such host. Check the host in `"
                    + url.text() + "`.";
        }
        return switch (state) {
            case "28P01", "28000", REJECTED ->
                "PostgreSQL at " + url.servers() + " refuses to let " + user() + " in: " + reason(failure)
                        + ". Check the user in the URL, and the password in PGPASSWORD or ~/.pgpass.";
            case "3D000" ->
                "PostgreSQL at " + url.servers() + " has no database `" + url.database()
                        + "`. Create it with `createdb`, or correct the URL `" + url.text() + "`.";
            case "42501" ->
                "PostgreSQL refuses something that the datastore `" + url.text() + "` needs: " + reason(failure)
                        + ". Grant the user the rights that docs/cloud.md lists.";
            case "53100" ->
                "the disk of PostgreSQL at " + url.servers() + " is full: " + reason(failure)
                        + ". Make room there, then resume the run.";
            case "53300" ->
                "PostgreSQL at " + url.servers() + " accepts no more connections: " + reason(failure)
                        + ". Raise its `max_connections`, or let fewer processes work at once.";
            case "25006" ->
                "PostgreSQL at " + url.servers() + " is a standby that only reads. Name the primary server in `"
                        + url.text() + "`.";
            case "57014", "55P03", "25P03" ->
                "PostgreSQL at " + url.servers() + " took too long: " + reason(failure)
                        + ". Look for what blocks it in its `pg_stat_activity`, then resume the run.";
            default -> byClass(state, failure);
        };
    }

    private String byClass(String state, SQLException failure) {
        if (state.startsWith("08") && caused(failure, ConnectException.class) != null) {
            return "cannot connect to PostgreSQL at " + url.servers()
                    + ": nothing listens there. Check host and port in `" + url.text() + "`, and that the server runs.";
        }
        if (state.startsWith("08") && caused(failure, SocketTimeoutException.class) != null) {
            return "PostgreSQL at " + url.servers() + " does not respond. Check host and port in `" + url.text()
                    + "`, the server, and the network in between.";
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            return "the connection to PostgreSQL at " + url.servers() + " is lost: " + reason(failure)
                    + ". Check the server and the network, then resume the run.";
        }
        if (state.startsWith("XX001") || state.startsWith("XX002")) {
            return "the datastore `" + url.text() + "` is damaged: " + reason(failure)
                    + ". Restore the database from a backup.";
        }
        return "the datastore `" + url.text() + "` failed: " + reason(failure) + " (PostgreSQL's code " + state + ").";
    }

    private String user() {
        return url.user() == null ? "its default user" : "user `" + url.user() + "`";
    }

    /** The first line, without a full stop; details may repeat values. */
    private static String reason(Throwable failure) {
        String message = failure instanceof SQLException || failure instanceof IOException
                ? String.valueOf(failure.getMessage())
                : failure.toString();
        String line = message.strip().split("\\R", 2)[0].strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
