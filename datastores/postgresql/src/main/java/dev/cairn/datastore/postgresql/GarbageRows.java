package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.postgresql.Session.Column;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The table {@code garbage}: objects to which no row refers any more. */
final class GarbageRows {
    private static final int AT_ONCE = 1000;

    private GarbageRows() {}

    /** Notes objects that nobody needs. Part of a transaction. */
    static void add(Session session, List<String> places) throws SQLException {
        if (!places.isEmpty()) {
            session.update(
                    "INSERT INTO garbage (place, since) SELECT place, clock_timestamp() FROM unnest(?) AS g(place)"
                            + " ON CONFLICT DO NOTHING",
                    Column.ofTexts(places));
        }
    }

    /** Some objects that were noted long ago. */
    static List<String> olderThan(Session session, Duration age) throws SQLException {
        return session.list(
                "SELECT place FROM garbage WHERE since < clock_timestamp() - ? * interval '1 millisecond' ORDER BY place LIMIT "
                        + AT_ONCE,
                row -> row.getString(1),
                age.toMillis());
    }

    /** Forgets objects that were removed. */
    static void remove(Session session, Collection<String> places) throws SQLException {
        session.update("DELETE FROM garbage WHERE place = ANY(?)", Column.ofTexts(List.copyOf(places)));
    }

    /** Those objects to which no blob refers. */
    static Set<String> unreferenced(Session session, Collection<String> places) throws SQLException {
        return new HashSet<>(session.list(
                "SELECT g.place FROM unnest(?) AS g(place) WHERE NOT EXISTS (SELECT FROM blob b WHERE b.place = g.place)",
                row -> row.getString(1),
                Column.ofTexts(List.copyOf(places))));
    }
}
