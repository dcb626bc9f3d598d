package dev.cairn.engine.task;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.TaskUnit;
import dev.cairn.runtime.definition.Access;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a task starts with, as one address: the artifacts that its step may read, assign or change, of its parent; in a join all those of
 * the task that opened the branches, and of the tasks that arrive; the elements of the foreaches around it. For one task; not
 * thread-safe.
 */
final class TaskStart {
    private static final byte END = 0;
    private static final byte NEXT = 1;

    private final MessageDigest digest = Address.newDigest();

    private TaskStart() {}

    /**
     * The address.
     *
     * @param before the artifacts of its parent; none in a join
     * @param inputs the tasks that arrive; null if it is no join
     */
    static Address of(
            RunContext<?> context,
            TaskUnit unit,
            Access access,
            Map<String, ArtifactRef> before,
            @Nullable JoinInputs inputs) {
        TaskStart start = new TaskStart();
        start.artifacts(before, name -> access.mayRead(name) || access.assigns(name) || access.changes(name));
        if (inputs != null) {
            start.all(inputs.split());
            for (int branch = 0; branch < inputs.size(); branch++) {
                start.all(inputs.get(branch));
            }
        }
        context.forks().encodedItems(unit.task()).forEach(start::bytes);
        return Address.ofBytes(start.digest.digest());
    }

    private void all(TaskRecord task) {
        bytes(task.task().step().getBytes(StandardCharsets.UTF_8));
        artifacts(task.artifacts(), name -> true);
    }

    private void artifacts(Map<String, ArtifactRef> artifacts, Predicate<String> counts) {
        new TreeMap<>(artifacts).forEach((name, ref) -> {
            if (counts.test(name)) {
                bytes(name.getBytes(StandardCharsets.UTF_8));
                digest.update(ref.address().toBytes());
            }
        });
        digest.update(END);
    }

    /** So that no two sequences of texts are the same sequence of bytes. */
    private void bytes(byte[] bytes) {
        digest.update(NEXT);
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            digest.update((byte) (bytes.length >>> shift));
        }
        digest.update(bytes);
    }
}
