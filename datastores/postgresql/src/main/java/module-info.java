/** The datastore in PostgreSQL. */
@SuppressWarnings("requires-automatic") // the driver is no module yet
module dev.cairn.datastore.postgresql {
    requires com.zaxxer.hikari;
    requires dev.cairn.datastore.zstd;
    requires dev.cairn.runtime;
    requires java.sql;
    requires org.postgresql.jdbc;

    provides dev.cairn.datastore.DatastoreProvider with
            dev.cairn.datastore.postgresql.PostgresqlDatastoreProvider;
}
