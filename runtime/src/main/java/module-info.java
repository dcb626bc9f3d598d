/**
 * What generated code calls: codecs, datastores, engines and the client. Datastores other than that in memory, and the command
 * line, are modules of their own, which are found where they are on the module path.
 */
@SuppressWarnings({"module", "requires-automatic", "requires-transitive-automatic"
}) // modules above it; Kryo is none yet
module dev.cairn.runtime {
    requires transitive com.esotericsoftware.kryo.kryo5;
    requires transitive dev.cairn;
    requires transitive org.jspecify;
    requires java.management;
    requires org.objectweb.asm;
    requires org.slf4j;

    exports dev.cairn.client;
    exports dev.cairn.codec;
    exports dev.cairn.codec.schema;
    exports dev.cairn.datastore;
    exports dev.cairn.datastore.support;
    exports dev.cairn.engine;
    exports dev.cairn.engine.secret to
            dev.cairn.cli;
    exports dev.cairn.maintenance;
    exports dev.cairn.runtime;
    exports dev.cairn.runtime.definition;
    exports dev.cairn.runtime.graph;
    exports dev.cairn.runtime.internal to
            dev.cairn.cli,
            dev.cairn.transfer,
            dev.cairn.view;
    exports dev.cairn.runtime.values to
            dev.cairn.testing,
            dev.cairn.transfer;

    uses dev.cairn.datastore.DatastoreProvider;
    uses dev.cairn.datastore.RunOwnerProvider;
    uses dev.cairn.engine.EngineProvider;
    uses dev.cairn.runtime.FlowProgram;
    uses dev.cairn.runtime.FlowProvider;
    uses dev.cairn.runtime.ParameterParser;

    provides dev.cairn.datastore.DatastoreProvider with
            dev.cairn.datastore.memory.MemoryDatastoreProvider;
}
