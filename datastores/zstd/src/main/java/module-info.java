/** Zstandard compression for datastores. */
module dev.cairn.datastore.zstd {
    requires com.github.luben.zstd_jni;
    requires transitive dev.cairn.runtime;

    exports dev.cairn.datastore.zstd;
}
