/** The datastore in PostgreSQL, with large values in S3. */
@SuppressWarnings("requires-automatic") // the driver and the SDK are no modules yet
module dev.cairn.datastore.postgresql {
    requires com.zaxxer.hikari;
    requires dev.cairn.datastore.zstd;
    requires dev.cairn.runtime;
    requires java.sql;
    requires org.postgresql.jdbc;
    requires software.amazon.awssdk.auth;
    requires software.amazon.awssdk.awscore;
    requires software.amazon.awssdk.core;
    requires software.amazon.awssdk.http;
    requires software.amazon.awssdk.http.urlconnection;
    requires software.amazon.awssdk.regions;
    requires software.amazon.awssdk.retries;
    requires software.amazon.awssdk.retries.api;
    requires software.amazon.awssdk.services.s3;
    requires software.amazon.awssdk.utils;

    provides dev.cairn.datastore.DatastoreProvider with
            dev.cairn.datastore.postgresql.PostgresqlDatastoreProvider;
}
