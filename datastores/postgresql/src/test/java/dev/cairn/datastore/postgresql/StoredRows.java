package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.Address;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a test looks up in the tables of a datastore.
 *
 * @param url the URL of the datastore, which uses the shared server
 */
record StoredRows(String url) {
    String database() {
        return StoreUrl.parse(url).database();
    }

    /** The first column of the first row. */
    String text(String sql) {
        try (Connection connection = PostgresqlServer.shared().connect(database());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                throw new AssertionError("no row: " + sql);
            }
            return row.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The key of the object of a blob, without its prefix. */
    String place(Address blob) {
        return text("SELECT place FROM cairn.blob WHERE address = '\\x" + blob + "'");
    }

    /** The key of the object of a blob in the bucket. */
    String object(Address blob) {
        String blobs = StoreUrl.parse(url).blobs();
        return blobs.substring(("s3://" + S3Server.BUCKET + "/").length()) + "/objects/" + place(blob);
    }
}
