package dev.cairn.engine.flows;

import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Runs;

/** A datastore that is another one, but for what a subclass changes. */
public abstract class ForwardingDatastore implements Datastore {
    protected final Datastore delegate;

    protected ForwardingDatastore(Datastore delegate) {
        this.delegate = delegate;
    }

    @Override
    public String url() {
        return delegate.url();
    }

    @Override
    public Blobs blobs() {
        return delegate.blobs();
    }

    @Override
    public Runs runs() {
        return delegate.runs();
    }

    @Override
    public int inlineLimit() {
        return delegate.inlineLimit();
    }

    @Override
    public void close() {
        delegate.close();
    }
}
