/** The promises of every datastore, as tests to extend, and a blob service that fails like a network. */
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
