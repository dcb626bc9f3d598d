/** How artifacts that are collections, tables and ranges of Guava are stored. */
module dev.cairn.codec.guava {
    requires transitive com.google.common;
    requires transitive dev.cairn.runtime;

    exports dev.cairn.codec.guava;
}
