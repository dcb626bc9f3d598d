package dev.cairn.client;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskRecord;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A datastore in whose records one bit of a value has flipped, or some bytes are missing: as in one without checksums of its own. */
final class DamagingDatastore {
    private DamagingDatastore() {}

    static Datastore of(Datastore sound, String artifact, Random random) {
        int seed = random.nextInt();
        Runs runs = proxy(Runs.class, sound.runs(), result -> damaged(result, artifact, seed));
        return proxy(Datastore.class, sound, result -> result instanceof Runs ? runs : result);
    }

    private static <T> T proxy(Class<T> type, T target, UnaryOperator<Object> change) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return change.apply(method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static Object damaged(Object result, String artifact, int seed) {
        if (!(result instanceof Optional<?> optional) || optional.isEmpty()) {
            return result;
        }
        if (optional.get() instanceof TaskRecord task) {
            return Optional.of(new TaskRecord(
                    task.run(),
                    task.task(),
                    task.attempt(),
                    task.status(),
                    task.startedAt(),
                    task.finishedAt(),
                    damaged(task.artifacts(), artifact, seed),
                    task.parents(),
                    task.next(),
                    task.fork(),
                    task.failure(),
                    task.origin()));
        }
        if (optional.get() instanceof RunRecord run) {
            return Optional.of(run.toBuilder()
                    .artifacts(damaged(run.artifacts(), artifact, seed))
                    .build());
        }
        return result;
    }

    private static Map<String, ArtifactRef> damaged(Map<String, ArtifactRef> artifacts, String name, int seed) {
        ArtifactRef ref = artifacts.get(name);
        if (ref == null) {
            return artifacts;
        }
        Random random = new Random(seed);
        byte[] bytes = ref.inline().clone();
        if (random.nextInt(8) == 0) {
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        } else {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Map<String, ArtifactRef> damaged = new LinkedHashMap<>(artifacts);
        damaged.put(
                name, new ArtifactRef(ref.address(), ref.size(), ref.type(), ref.createdAt(), ref.presumed(), bytes));
        return damaged;
    }
}
