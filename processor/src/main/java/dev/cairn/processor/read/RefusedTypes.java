package dev.cairn.processor.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Types whose values cannot outlive their process, or are code: what they are, and what to do instead. A type is
 * refused as the first of these that it extends or implements.
 */
final class RefusedTypes {
    private static final Map<String, Refusal> BY_NAME = new LinkedHashMap<>();

    static {
        refuse(
                "is a thread, which lives in one process only",
                "start it in the step that needs it, and keep it in a `transient` field",
                "java.lang.Thread",
                "java.lang.ThreadGroup");
        refuse("belongs to one thread", "keep it in a `static` or `transient` field", "java.lang.ThreadLocal");
        refuse(
                "runs tasks of one process only",
                "create it in the step that needs it, and keep it in a `transient` field",
                "java.util.concurrent.Executor",
                "java.util.Timer",
                "java.lang.Process");
        refuse(
                "is work that has not ended",
                "wait for the result in this step, and store the result",
                "java.util.concurrent.Future",
                "java.util.concurrent.CompletionStage");
        refuse(
                "is a stream, which can be used only once",
                "collect it, for example with `toList()`",
                "java.util.stream.BaseStream");
        refuse(
                "is an open file or stream of one process",
                "store the `Path` or the content, and open it in the step that needs it",
                "java.io.InputStream",
                "java.io.OutputStream",
                "java.io.Reader",
                "java.io.Writer",
                "java.io.RandomAccessFile",
                "java.nio.channels.Channel",
                "java.util.Scanner");
        refuse(
                "is an iterator, which can be used only once",
                "store the collection that it iterates over",
                "java.util.Iterator",
                "java.util.Enumeration",
                "java.util.Spliterator");
        refuse(
                "is a connection of one process",
                "store the connection details, and connect in the step that needs it",
                "java.net.Socket",
                "java.net.ServerSocket",
                "java.net.DatagramSocket",
                "java.net.URLConnection",
                "java.net.http.HttpClient",
                "java.sql.Connection",
                "java.sql.Statement",
                "java.sql.ResultSet",
                "javax.sql.DataSource");
        refuse(
                "is a lock, which guards one process only",
                "keep it in a `transient` field; tasks share no memory that it could guard",
                "java.util.concurrent.locks.Lock",
                "java.util.concurrent.locks.ReadWriteLock",
                "java.util.concurrent.locks.StampedLock",
                "java.util.concurrent.locks.Condition",
                "java.util.concurrent.Semaphore",
                "java.util.concurrent.CountDownLatch",
                "java.util.concurrent.CyclicBarrier",
                "java.util.concurrent.Phaser");
        refuse(
                "is code, not a value",
                "store its name as a `String`",
                "java.lang.Class",
                "java.lang.ClassLoader",
                "java.lang.Module",
                "java.lang.reflect.Member",
                "java.lang.invoke.MethodHandle");
        refuse(
                "is a logger, which belongs to one process",
                "make the field `static` or `transient`",
                "java.util.logging.Logger",
                "java.lang.System.Logger",
                "org.slf4j.Logger",
                "org.apache.logging.log4j.Logger",
                "org.apache.commons.logging.Log",
                "org.jboss.logging.Logger");
        refuse(
                "is a throwable, which refers to the code and the stack of one process",
                "store a `dev.cairn.runtime.Failure`, or its text",
                "java.lang.Throwable");
        refuse(
                "belongs to one task",
                "store what you take from it",
                "dev.cairn.runtime.TaskContext",
                "dev.cairn.runtime.TaskView",
                "dev.cairn.runtime.Inputs");
        refuse(
                "has a state that the JDK does not show",
                "use a `java.util.Random`, or keep the seed in a field and the generator in a `transient` one",
                "java.util.SplittableRandom",
                "java.security.SecureRandom",
                "java.util.concurrent.ThreadLocalRandom");
        refuse("asks the network when it is compared", "use a `java.net.URI`", "java.net.URL");
        refuse(
                "is a reference that the garbage collector clears",
                "store what it refers to",
                "java.lang.ref.Reference");
        refuse(
                "is a resource that is open in one process only",
                "open it in the step that needs it, and keep it in a `transient` field",
                "java.lang.AutoCloseable");
    }

    private static final Refusal FUNCTION = new Refusal(
            "is a functional interface: a lambda is code, not a value",
            "store what the lambda captures, or an enum constant that does the same");

    private static final Refusal FLOW =
            new Refusal("is a flow, and each task makes its own instance", "store the values that you take from it");

    private RefusedTypes() {}

    /** Why a class with these supertypes, itself among them, is refused. */
    static Optional<Refusal> find(Set<String> canonicalNames) {
        return BY_NAME.entrySet().stream()
                .filter(refused -> canonicalNames.contains(refused.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Why functional interfaces are refused. */
    static Refusal function() {
        return FUNCTION;
    }

    /** Why flows are refused. */
    static Refusal flow() {
        return FLOW;
    }

    private static void refuse(String reason, String fix, String... canonicalNames) {
        Refusal refusal = new Refusal(reason, fix);
        for (String name : canonicalNames) {
            BY_NAME.put(name, refusal);
        }
    }
}
