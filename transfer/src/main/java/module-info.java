/** Export of runs to files, and import. */
module dev.cairn.transfer {
    requires com.fasterxml.jackson.core;
    requires dev.cairn.datastore.zstd;
    requires transitive dev.cairn.runtime;

    exports dev.cairn.transfer;
}
