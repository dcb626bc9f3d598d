package dev.cairn.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What is different under the compiler of Eclipse; all else is the same, see {@link SameUnderEclipse}. */
class UnderEclipseTest {
    private static final String SOUND = """
            @Flow
            class Sample {
                int size;
                @Step(next = "end") void start() { size = 1; }
                @Step void end() {}
            }
            """;

    @Test
    void saysOnceThatItSeesNoCode() {
        List<Message> messages = FlowCompilation.eclipse("-proc:only")
                .compile(List.of(FlowCompilation.file(SOUND), FlowCompilation.file(SOUND.replace("Sample", "Second"))));
        assertThat(messages).containsExactly(new Message("Sample.java", 8, 7, "note", """
                        [cairn:unseen-code] what steps read and assign is not checked: this compiler does not show the bodies of methods
                          effect: Cairn assumes that each step reads and assigns every artifact, so tasks load more than they need.
                          fix:   compile the flow with `javac`, from Java source."""));
    }

    @Test
    void canBeToldNotToSayIt() {
        List<Message> messages = FlowCompilation.eclipse("-proc:only")
                .compile(List.of(FlowCompilation.file("@SuppressWarnings(\"cairn:unseen-code\") " + SOUND)));
        assertThat(messages).isEmpty();
    }

    @Test
    void compilesWhatIsGenerated() {
        List<Message> messages = FlowCompilation.eclipse().compile(List.of(FlowCompilation.file(SOUND)));
        assertThat(messages).extracting(Message::kind).doesNotContain("error");
        assertThat(messages)
                .filteredOn(Message::isOfCairn)
                .extracting(Message::id)
                .containsExactly("unseen-code");
    }

    @Test
    void keepsTheOrderOfTheSourceWithinAClass() {
        String flows = "class Outer {\n" + nested("First").replace("\"end\"", "\"ennd\"")
                + "class Between { @Step void stray() {} }\n"
                + nested("Second").replace("int size", "Thread size")
                + nested("Another").replace("\"end\"", "\"ned\"") + "}\n";
        List<Message> messages = FlowCompilation.eclipse("-proc:only").compile(List.of(FlowCompilation.file(flows)));
        assertThat(messages)
                .extracting(Message::id)
                .containsExactly("unknown-step", "misplaced-annotation", "unstorable-type", "unknown-step");
        assertThat(messages).extracting(Message::line).isSorted();
    }

    @Test
    void isHeldToWhatJavacSays() {
        JavaFileObject wrong = FlowCompilation.file(SOUND.replace("\"end\"", "\"ennd\""));
        List<Message> javac = FlowCompilation.checkOnly().compile(wrong).diagnostics().stream()
                .map(Message::of)
                .toList();
        SameUnderEclipse.assertSaid(javac, wrong);
        for (String other :
                List.of(SOUND, SOUND.replace("\"end\"", "\"nd\""), "\n" + SOUND.replace("\"end\"", "\"ennd\""))) {
            assertThatThrownBy(() -> SameUnderEclipse.assertSaid(javac, FlowCompilation.file(other)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("under the compiler of Eclipse");
        }
    }

    private static String nested(String name) {
        return SOUND.replace("class Sample", "static class " + name);
    }
}
