package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.Address;

/** The same with large values in a bucket. */
class S3DatastoreConformanceTest extends PostgresqlDatastoreConformanceTest {
    @Override
    protected String newUrl() {
        return super.newUrl() + S3Server.shared().parameters(S3Server.shared().newPrefix());
    }

    @Override
    protected boolean damage(String url, Address blob) {
        String key = new StoredRows(url).object(blob);
        byte[] bytes = S3Server.shared().read(key);
        bytes[bytes.length / 2] ^= 1;
        S3Server.shared().write(key, bytes);
        return true;
    }
}
