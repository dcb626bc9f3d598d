package dev.cairn.processor;

import dev.cairn.processor.read.CodecClassReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Finds the codecs that jars announce for a class: each by one file, so that nothing is read but what concerns the classes that a flow
 * stores. Remembers names across rounds.
 *
 * <p>{@code javac} shows no files of jars in directories such as {@code META-INF}, which are not named like packages; but what is named
 * like a package becomes one of the module, and no two modules may have the same. A directory named by a keyword is neither.
 */
final class AnnouncedCodecs implements Function<TypeElement, Set<String>> {
    private final ProcessingEnvironment environment;
    private final Predicate<TypeElement> isSource;
    private final Map<String, Set<String>> known = new HashMap<>();
    private @Nullable List<String> modules;

    /**
     * What a compilation sees.
     *
     * @param isSource whether a class is being compiled, so that no jar can have a codec for it
     */
    AnnouncedCodecs(ProcessingEnvironment environment, Predicate<TypeElement> isSource) {
        this.environment = environment;
        this.isSource = isSource;
    }

    @Override
    public Set<String> apply(TypeElement type) {
        String name = environment.getElementUtils().getBinaryName(type).toString();
        Set<String> found = known.get(name);
        if (found == null) {
            found = isSource.test(type) ? Set.of() : find(CodecClassReader.file(name));
            known.put(name, found);
        }
        return found;
    }

    private Set<String> find(String file) {
        Set<String> found = new LinkedHashSet<>(read(StandardLocation.CLASS_PATH, "", file));
        modules().forEach(module -> found.addAll(read(StandardLocation.MODULE_PATH, module + "/", file)));
        if (found.isEmpty()) {
            found.addAll(read(StandardLocation.MODULE_PATH, "", file)); // the compiler of Eclipse searches all modules
        }
        return found;
    }

    /** The modules that the compilation sees, but for those of the JDK. */
    private List<String> modules() {
        List<String> names = modules;
        if (names == null) {
            names = environment.getElementUtils().getAllModuleElements().stream()
                    .filter(module -> !module.isUnnamed())
                    .map(module -> module.getQualifiedName().toString())
                    .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
                    .toList();
            modules = names;
        }
        return names;
    }

    /** The first line of a file, if it is there. */
    private List<String> read(Location location, String module, String file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                environment.getFiler().getResource(location, module, file).openInputStream(),
                StandardCharsets.UTF_8))) {
            return reader.lines().limit(1).toList();
        } catch (IOException | RuntimeException e) {
            return List.of(); // there is none; or no such location, for which each compiler throws what it likes
        }
    }
}
