package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How a process was started, as what it prints says. */
class StartedAsTest {
    private static final String JAVA = "/no such folder/bin/java";

    private static String command(String... arguments) {
        return StartedAs.command(JAVA, List.of(arguments)).orElse("");
    }

    @Test
    void upToTheArgumentsOfTheProgram() {
        assertThat(command("-cp", "classes:lib/*", "com.acme.SumsRunner", "run", "--factor", "2"))
                .isEqualTo("'/no such folder/bin/java' -cp 'classes:lib/*' com.acme.SumsRunner");
        assertThat(command("-Xmx1g", "-jar", "app.jar", "resume"))
                .isEqualTo("'/no such folder/bin/java' -Xmx1g -jar app.jar");
        assertThat(command("-p", "mods", "-m", "app/com.acme.SumsRunner", "run"))
                .isEqualTo("'/no such folder/bin/java' -p mods -m app/com.acme.SumsRunner");
    }

    @Test
    void withoutWhatMayBeSecret() {
        assertThat(command(
                        "-Dpassword=red-herring",
                        "-Dcairn.datastore=file:x",
                        "-javaagent:a.jar=token",
                        "-cp",
                        "classes",
                        "com.acme.SumsRunner"))
                .isEqualTo("'/no such folder/bin/java' -Dcairn.datastore=file:x -cp classes com.acme.SumsRunner");
    }

    @Test
    void notAtAllIfItIsVeryLongOrCutOff() {
        assertThat(command("-cp", "x".repeat(400), "com.acme.SumsRunner")).isEmpty();
        assertThat(command("-cp", "classes")).isEmpty();
        assertThat(command("-jar")).isEmpty();
    }

    @Test
    void onlyOfAProcessThatStartsWithIt() {
        StackTraceElement user = new StackTraceElement("com.acme.Nightly", "main", "Nightly.java", 5);
        StackTraceElement flowMain = new StackTraceElement("dev.cairn.runtime.FlowMain", "run", "FlowMain.java", 30);
        StackTraceElement runner = new StackTraceElement("com.acme.SumsRunner", "main", "SumsRunner.java", 9);
        ProcessHandle.Info info = ProcessHandle.current().info();

        assertThat(StartedAs.command(info, new StackTraceElement[] {flowMain, runner, user}))
                .isEmpty();
        assertThat(StartedAs.command(info, new StackTraceElement[0])).isEmpty();
    }
}
