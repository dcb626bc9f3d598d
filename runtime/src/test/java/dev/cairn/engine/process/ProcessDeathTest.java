package dev.cairn.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What people read of the death of a process. */
class ProcessDeathTest {
    @Test
    void exitStatus() {
        assertThat(ProcessDeath.text(0, List.of("hello")))
                .isEqualTo(
                        "its exit status is 0. The step, or something that it called, ended the process with System.exit"
                                + " or Runtime.halt; end a step by returning from it, or by throwing an exception.");
    }

    @Test
    void signal() {
        assertThat(ProcessDeath.text(128 + 15, List.of())).isEqualTo("it was ended by signal 15 (SIGTERM).");
        assertThat(ProcessDeath.text(128 + 34, List.of())).isEqualTo("it was ended by signal 34.");
        assertThat(ProcessDeath.text(128 + 9, List.of()))
                .isEqualTo(
                        "it was ended by signal 9 (SIGKILL). An operating system does that when the machine has no memory"
                                + " left.");
    }

    @Test
    void crash() {
        List<String> output = List.of(
                "before",
                "#",
                "# A fatal error has been detected by the Java Runtime Environment:",
                "#",
                "#  SIGSEGV (0xb) at pc=0x00007f62ee2d27f4, pid=8891, tid=9034",
                "#",
                "# An error report file with more information is saved as:",
                "# /tmp/hs_err_pid8891.log");

        assertThat(ProcessDeath.text(134, output))
                .isEqualTo(
                        "its Java virtual machine crashed: SIGSEGV (0xb) at pc=0x00007f62ee2d27f4, pid=8891, tid=9034."
                                + " The details are in /tmp/hs_err_pid8891.log.");
        assertThat(ProcessDeath.text(134, output.subList(0, 5)))
                .isEqualTo(
                        "its Java virtual machine crashed: SIGSEGV (0xb) at pc=0x00007f62ee2d27f4, pid=8891, tid=9034.");
        assertThat(ProcessDeath.text(134, output.subList(0, 3))).isEqualTo("it was ended by signal 6 (SIGABRT).");
    }

    @Test
    void memory() {
        assertThat(ProcessDeath.text(3, List.of("Terminating due to java.lang.OutOfMemoryError: Java heap space")))
                .isEqualTo(
                        "there was no memory left (Java heap space). Give it more with @Resources(memory = ..) or -Xmx, or"
                                + " keep fewer objects in memory.");
    }
}
