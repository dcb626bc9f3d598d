package dev.cairn.transfer;

import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunImport;
import dev.cairn.datastore.Runs;
import dev.cairn.engine.flows.ForwardingDatastore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;

/**
 * A process that imports a file, and ends in the middle of that as one that is killed: before a step, counted from 0, of those that write.
 * Its status is {@value #HALTED} then, and 0 if there are not so many steps.
 */
final class HaltingImport {
    static final int HALTED = 42;

    private final int last;
    private int steps;

    private HaltingImport(int last) {
        this.last = last;
    }

    public static void main(String[] arguments) {
        HaltingImport halting = new HaltingImport(Integer.parseInt(arguments[2]));
        try (Datastore datastore = Datastore.of(arguments[0])) {
            RunImporter.into(halting.watched(datastore)).read(Path.of(arguments[1]));
            halting.step(); // published, but not closed
        }
    }

    private void step() {
        if (steps++ == last) {
            Runtime.getRuntime().halt(HALTED);
        }
    }

    private Datastore watched(Datastore datastore) {
        Blobs blobs = watched(Blobs.class, datastore.blobs());
        Runs runs = watched(Runs.class, datastore.runs());
        return new ForwardingDatastore(datastore) {
            @Override
            public Blobs blobs() {
                return blobs;
            }

            @Override
            public Runs runs() {
                return runs;
            }
        };
    }

    private <T> T watched(Class<T> type, T target) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (unused, method, arguments) -> {
                    if (type == RunImport.class
                            || method.getName().equals("put")
                            || method.getName().equals("beginImport")) {
                        step();
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof RunImport copy ? watched(RunImport.class, copy) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return type.cast(proxy);
    }
}
