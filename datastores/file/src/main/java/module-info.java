/** The datastore in a directory. */
module dev.cairn.datastore.file {
    requires dev.cairn.datastore.zstd;
    requires dev.cairn.runtime;
    requires java.sql;
    requires org.xerial.sqlitejdbc;

    provides dev.cairn.datastore.DatastoreProvider with
            dev.cairn.datastore.file.FileDatastoreProvider;
}
