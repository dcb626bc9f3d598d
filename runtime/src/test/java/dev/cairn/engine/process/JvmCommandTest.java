package dev.cairn.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A virtual machine like this one: what it inherits, what it does not, and what counts more. */
class JvmCommandTest {
    @Test
    void inheritsOptionsAndWhatWasAskedForCountsMore() {
        assertThat(JvmCommand.options(List.of("-Xmx1g", "-Da=b"), List.of("-Xmx64m"), null, 17))
                .containsExactly("-Xmx1g", "-Da=b", "-XX:+ExitOnOutOfMemoryError", "-Xmx64m");
    }

    @Test
    void whatAStepNeedsCountsMost() {
        assertThat(JvmCommand.options(List.of("-Xms1g", "-Xmx1g", "-Xss2m"), List.of("-Xmx64m"), "2g", 17))
                .containsExactly("-Xss2m", "-XX:+ExitOnOutOfMemoryError", "-Xmx64m", "-Xmx2g");
    }

    @Test
    void doesNotInheritWhatOnlyOneProcessCanHave() {
        assertThat(JvmCommand.options(
                        List.of(
                                "-agentlib:jdwp=transport=dt_socket,address=5005",
                                "-Dcom.sun.management.jmxremote.port=1",
                                "-Djdk.module.main=com.acme",
                                "--module-path=mods",
                                "-ea"),
                        List.of(),
                        null,
                        17))
                .containsExactly("-ea", "-XX:+ExitOnOutOfMemoryError");
    }

    @Test
    void newerVirtualMachinesAreAllowedNativeCodeUnlessSomebodySaysWhich() {
        assertThat(JvmCommand.options(List.of(), List.of(), null, 25))
                .containsExactly("-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED");
        assertThat(JvmCommand.options(List.of("--enable-native-access=com.acme"), List.of(), null, 25))
                .containsExactly("--enable-native-access=com.acme", "-XX:+ExitOnOutOfMemoryError");
    }
}
