package dev.cairn.datastore.file;

import dev.cairn.datastore.support.Checksums;
import java.sql.SQLException;
import java.util.List;

/**
 * Lets a store that cannot be changed be read as it is: in a session, its tables look as those of today do, but for the checksums, counts
 * and previews, which say that there are none.
 */
final class OlderFormat {
    private static final String NONE = String.valueOf(Checksums.NONE);

    private static final String NO_DELETED = "CREATE TEMP VIEW deleted AS SELECT 0 AS run, 0 AS checksum WHERE 0";

    private static final String NO_STOP =
            "CREATE TEMP VIEW stop AS SELECT 0 AS run, '' AS requested, 0 AS checksum WHERE 0";

    private static final List<String> VIEWS = List.of(
            "CREATE TEMP VIEW store AS SELECT 1 AS number, '' AS id, 0 AS commits, " + NONE + " AS runs, " + NONE
                    + " AS checksum",
            "CREATE TEMP VIEW flow AS SELECT *, " + NONE + " AS runs, " + NONE + " AS checksum FROM main.flow",
            "CREATE TEMP VIEW run AS SELECT *, " + NONE + " AS tallies, " + NONE
                    + " AS checksum, NULL AS origin, NULL AS fingerprints, NULL AS attributes FROM main.run",
            "CREATE TEMP VIEW task AS SELECT *, 0 AS logs, " + NONE + " AS checksum FROM main.task",
            "CREATE TEMP VIEW blob AS SELECT *, " + NONE + " AS content_checksum, " + NONE
                    + " AS checksum, NULL AS preview FROM main.blob",
            "CREATE TEMP VIEW log AS SELECT *, " + NONE + " AS part, " + NONE + " AS checksum FROM main.log",
            "CREATE TEMP VIEW file AS SELECT *, " + NONE + " AS checksum FROM main.file",
            "CREATE TEMP VIEW tally AS SELECT 0 AS run, 0 AS kind, '' AS name, 0 AS entries, 0 AS digest, '' AS first, ''"
                    + " AS last, 0 AS checksum WHERE 0",
            NO_DELETED,
            NO_STOP);

    private OlderFormat() {}

    /** Of format 1. */
    static void read(Session session) throws SQLException {
        session.execute("PRAGMA temp_store = MEMORY");
        for (String view : VIEWS) {
            session.execute(view);
        }
    }

    /**
     * Of format 2, perhaps made before blobs had previews, before runs had origins or attributes, or before deleted runs were remembered; older versions
     * of Cairn leave out what they do not know.
     */
    static void readCurrent(Session session) throws SQLException {
        if (!StoreSchema.hasPreviews(session)) {
            session.execute("PRAGMA temp_store = MEMORY");
            session.execute("CREATE TEMP VIEW blob AS SELECT *, NULL AS preview FROM main.blob");
        }
        if (!StoreSchema.hasOrigins(session)) {
            session.execute("PRAGMA temp_store = MEMORY");
            session.execute("CREATE TEMP VIEW run AS SELECT *, NULL AS origin, NULL AS fingerprints, NULL AS attributes"
                    + " FROM main.run");
        } else if (!StoreSchema.hasAttributes(session)) {
            session.execute("PRAGMA temp_store = MEMORY");
            session.execute("CREATE TEMP VIEW run AS SELECT *, NULL AS attributes FROM main.run");
        }
        if (!StoreSchema.has(session, "deleted")) {
            session.execute("PRAGMA temp_store = MEMORY");
            session.execute(NO_DELETED);
        }
        if (!StoreSchema.has(session, "stop")) {
            session.execute("PRAGMA temp_store = MEMORY");
            session.execute(NO_STOP);
        }
    }
}
