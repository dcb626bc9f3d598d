package dev.cairn.datastore.file;

import dev.cairn.datastore.support.Tally;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a transaction adds to the counts: one update per step, however many tasks of it are committed together. For one thread. */
final class Tallies {
    private final Map<Key, Tally> added = new LinkedHashMap<>();

    private record Key(long run, Tally.Kind kind, String name) {
        /** Written out: the virtual machine would make that of a record when it is first called, which takes a short process too long. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && run == key.run && kind == key.kind && name.equals(key.name);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * Long.hashCode(run) + kind.ordinal()) + name.hashCode();
        }
    }

    void add(long run, Tally tally) {
        added.merge(new Key(run, tally.kind(), tally.name()), tally, Tally::plus);
    }

    /** Writes all. Part of the transaction, at its end. */
    void write(Session session) throws SQLException {
        Map<Long, Integer> rows = new HashMap<>();
        for (Map.Entry<Key, Tally> entry : added.entrySet()) {
            long run = entry.getKey().run();
            if (TallyRows.add(session, run, entry.getValue())
                    && entry.getKey().kind().isOfTasks()) {
                rows.merge(run, 1, Integer::sum);
            }
        }
        for (Map.Entry<Long, Integer> entry : rows.entrySet()) {
            RunRows.countTallies(session, entry.getKey(), entry.getValue());
        }
        added.clear();
    }

    /** Writes all, where nobody counts the counts yet. */
    void writeUncounted(Session session) throws SQLException {
        for (Map.Entry<Key, Tally> entry : added.entrySet()) {
            TallyRows.add(session, entry.getKey().run(), entry.getValue());
        }
        added.clear();
    }

    void clear() {
        added.clear();
    }
}
