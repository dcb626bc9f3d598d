package dev.cairn.processor;

import com.esotericsoftware.kryo.kryo5.Serializer;
import com.google.testing.compile.Compiler;
import dev.cairn.Flow;
import dev.cairn.runtime.definition.FlowDefinition;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileManager;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** What flows, and what is generated of them, are compiled against: to open all that the tests need takes longer than to compile. */
public final class CompiledAgainst {
    /** The class path of a user's flow. */
    public static final List<File> CLASS_PATH = Stream.of(
                    Flow.class, FlowDefinition.class, Serializer.class, Nullable.class)
            .map(CompiledAgainst::place)
            .toList();

    /**
     * An option that gives a compilation a table of names of its own. Without it, a compilation takes over the table of the one before: it
     * never has fewer names, and its buckets never get more, so after thousands of compilations a name is found slowly.
     */
    public static final List<String> NAMES_OF_ITS_OWN = List.of("-XDuseUnsharedTable=true");

    private static final KeepingJavac JAVAC = new KeepingJavac(CLASS_PATH);

    private CompiledAgainst() {}

    /** The class path of the tests, with their libraries, and the one compiler that has read it. */
    private static final class Tests {
        static final List<File> CLASS_PATH = Stream.of(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .toList();
        static final KeepingJavac JAVAC = new KeepingJavac(CLASS_PATH);
    }

    /** The API of Java 17: on that itself, without the option, which has the compiler open its archive of APIs each time. */
    public static List<String> release17() {
        return Runtime.version().feature() == 17 ? List.of() : List.of("--release", "17");
    }

    /** The compiler against these. It keeps their files from one compilation to the next, so it takes no option of files. */
    public static Compiler javac() {
        return Compiler.compiler(JAVAC);
    }

    /** The same, against the classes of the tests and all of their libraries. */
    public static Compiler javacWithTests() {
        return Compiler.compiler(Tests.JAVAC);
    }

    /** The files of {@link #javac}. */
    public static JavaFileManager keptFiles() {
        return JAVAC.getStandardFileManager(null, null, null);
    }

    /** The same file manager, which finds classes there, and nowhere else. */
    public static StandardJavaFileManager fileManager(StandardJavaFileManager manager) {
        try {
            manager.setLocation(StandardLocation.CLASS_PATH, CLASS_PATH);
            return manager;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File place(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
