package com.acme.store;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.tck.DatastoreConformance;
import dev.cairn.datastore.tck.Lifetime;
import java.util.UUID;

/** All that somebody has to write who wants to know whether his datastore is one. */
class ToyDatastoreTest extends DatastoreConformance {
    @Override
    protected String newUrl() {
        return "toy:" + UUID.randomUUID();
    }

    @Override
    protected Lifetime lifetime() {
        return Lifetime.PROCESS;
    }

    @Override
    protected boolean damage(String url, Address blob) {
        ToyDatastoreProvider.store(url).damage(blob);
        return true;
    }
}
