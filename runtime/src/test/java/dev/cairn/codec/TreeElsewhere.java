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

/** The generic tree of an artifact, as it is shown where some classes are not on the class path. */
public final class TreeElsewhere {
    private TreeElsewhere() {}

    /** Its text, without the jars and directories that these classes come from. */
    public static String text(Encoded artifact, Class<?>... absent) throws IOException, ReflectiveOperationException {
        try (URLClassLoader elsewhere = without(absent)) {
            for (Class<?> type : absent) {
                assertThat(elsewhere.getResource(type.getName().replace('.', '/') + ".class"))
                        .as(type.getName())
                        .isNull();
            }
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
