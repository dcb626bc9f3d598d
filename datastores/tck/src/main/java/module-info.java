/** What every datastore promises, as tests to extend, and a service of blobs that fails as networks do. */
module dev.cairn.datastore.tck {
    requires org.opentest4j;
    requires transitive dev.cairn.runtime;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires transitive org.junit.jupiter.params;

    exports dev.cairn.datastore.tck;

    opens dev.cairn.datastore.tck to
            org.junit.platform.commons;
}
