package dev.cairn.processor;

import com.esotericsoftware.kryo.kryo5.Serializer;
import dev.cairn.Flow;
import dev.cairn.runtime.definition.FlowDefinition;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;
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

    private CompiledAgainst() {}

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
