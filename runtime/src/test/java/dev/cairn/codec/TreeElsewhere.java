package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.schema.SchemaSource;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The generic tree of artifacts, as it is shown where some classes are not on the class path. Thread-safe. */
public final class TreeElsewhere implements AutoCloseable {
    private final URLClassLoader elsewhere;

    /** Without the jars and directories that these classes come from. */
    public TreeElsewhere(Class<?>... absent) {
        this.elsewhere = without(absent);
        for (Class<?> type : absent) {
            assertThat(elsewhere.getResource(type.getName().replace('.', '/') + ".class"))
                    .as(type.getName())
                    .isNull();
        }
    }

    /** The text of the tree. */
    public String text(Encoded artifact) throws ReflectiveOperationException {
        Class<?> source = elsewhere.loadClass(SchemaSource.class.getName());
        Object schema = Proxy.newProxyInstance(
                elsewhere,
                new Class<?>[] {source},
                (proxy, method, hash) -> artifact.schema().bytes());
        return elsewhere
                .loadClass(ArtifactFormat.class.getName())
                .getMethod("tree", byte[].class, source)
                .invoke(null, artifact.bytes(), schema)
                .toString();
    }

    @Override
    public void close() throws IOException {
        elsewhere.close();
    }

    private static URLClassLoader without(Class<?>... absent) {
        Set<String> places = Arrays.stream(absent)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().toString())
                .collect(Collectors.toSet());
        URL[] left = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(TreeElsewhere::url)
                .filter(place -> !places.contains(place.toString()))
                .toArray(URL[]::new);
        return new URLClassLoader(left, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String place) {
        try {
            return new File(place).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
