package dev.cairn.engine.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.File;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@code docs/temporal.md} to what it shows: its image works, without Docker, and its manifest is one. */
class DocumentTest {
    private static String page;

    @BeforeAll
    static void read() throws Exception {
        page = Files.readString(Path.of("../../docs/temporal.md"));
    }

    private static String block(String language) {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    /** What is copied is put there, and the command is run, with the environment that is set. */
    @Test
    void theImageStartsAWorker(@TempDir Path directory) throws Exception {
        List<String> lines = block("dockerfile").lines().toList();
        assertThat(lines.stream().map(line -> line.substring(0, line.indexOf(' '))))
                .containsExactly("FROM", "WORKDIR", "COPY", "COPY", "USER", "ENV", "ENTRYPOINT", "CMD");
        assertThat(lines).contains("COPY target/lib/ lib/", "COPY target/flows.jar flows.jar");
        copyLibraries(Files.createDirectory(directory.resolve("lib")));
        copyFlows(directory.resolve("flows.jar"));
        List<String> command = new ArrayList<>(words(lines, "ENTRYPOINT"));
        assertThat(command.get(0)).isEqualTo("java");
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(words(lines, "CMD"));
        try (TestTemporal temporal = new TestTemporal()) {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
            String variable = lines.stream()
                    .filter(line -> line.startsWith("ENV "))
                    .findFirst()
                    .orElseThrow();
            builder.environment().put(variable.replaceAll("ENV (.*)=.*", "$1"), variable.replaceAll(".*=", ""));
            builder.environment().put("CAIRN_RUN_ENGINE", temporal.url("flows"));
            Process process = builder.start();
            try (var output = process.inputReader()) {
                assertThat(output.readLine())
                        .startsWith("worker of ")
                        .contains(
                                " takes tasks from " + temporal.url("flows") + ", 4 at once; runs are stored in file:");
                CommandLineTest.Typed run =
                        CommandLineTest.typeIn(directory, "run", "Fan", "--engine", temporal.url("flows"));
                assertThat(run.status()).as("%s", run.lines()).isZero();
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static List<String> words(List<String> lines, String instruction) throws Exception {
        String line = lines.stream()
                .filter(each -> each.startsWith(instruction + " "))
                .findFirst()
                .orElseThrow();
        return Arrays.asList(new ObjectMapper().readValue(line.substring(instruction.length()), String[].class));
    }

    /** All but the classes of the tests. */
    private static void copyLibraries(Path lib) throws Exception {
        int number = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isRegularFile(path)) {
                Files.copy(path, lib.resolve(number++ + "-" + path.getFileName()));
            } else if (Files.isDirectory(path) && !path.endsWith("test-classes")) {
                jar(path, lib.resolve(number++ + ".jar"), "");
            }
        }
    }

    private static void copyFlows(Path jar) throws Exception {
        jar(Path.of("target/test-classes"), jar, "com/acme/remote|META-INF");
    }

    private static void jar(Path classes, Path jar, String part) throws Exception {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> files = Files.walk(classes)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(each).toString();
                if (part.isEmpty() || name.matches("(" + part + ").*")) {
                    out.putNextEntry(new JarEntry(name));
                    Files.copy(each, out);
                }
            }
        }
    }

    @Test
    void theManifestIsADeployment() throws Exception {
        Deployment deployment = manifests().readValue(block("yaml"), Deployment.class);

        assertThat(deployment.getApiVersion()).isEqualTo("apps/v1");
        assertThat(deployment.getSpec().getReplicas()).isEqualTo(2);
        assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
                .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
        assertThat(deployment.getSpec().getTemplate().getSpec().getTerminationGracePeriodSeconds())
                .isEqualTo(30);
        Container worker =
                deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
        assertThat(worker.getArgs()).containsExactly("worker");
        assertThat(worker.getEnv().stream().map(EnvVar::getName))
                .containsExactly("CAIRN_RUN_ENGINE", "CAIRN_RUN_DATASTORE", "CAIRN_RUN_MAX_WORKERS");
        assertThat(TemporalAddress.parse(worker.getEnv().get(0).getValue()).taskQueue())
                .isEqualTo("flows");
    }

    /** Or else the test above would say little. */
    @Test
    void whatIsNoPartOfAManifestIsNoticed() {
        assertThatThrownBy(
                        () -> manifests().readValue(block("yaml").replace("replicas:", "replica:"), Deployment.class))
                .isInstanceOf(UnrecognizedPropertyException.class)
                .hasMessageContaining("Unrecognized field \"replica\"");
    }

    /** Their classes would take in whatever they do not know. */
    private static ObjectMapper manifests() {
        return new ObjectMapper(new YAMLFactory())
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true)
                .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                    private static final long serialVersionUID = 1;

                    @Override
                    public Boolean hasAnySetter(Annotated member) {
                        return false;
                    }
                });
    }
}
