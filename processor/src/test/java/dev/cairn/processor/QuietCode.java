package dev.cairn.processor;

import static dev.cairn.processor.FlowCompilation.compiler;
import static dev.cairn.processor.FlowCompilation.eclipse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/**
 * What two compilers say of what is generated for flows when they are asked for every warning: nothing. Of the sources themselves
 * only errors count, for their warnings are the user's.
 */
final class QuietCode {
    private static final String LINT = "-Xlint:all,-processing,-auxiliaryclass";

    private QuietCode() {}

    /** Fails unless neither compiler has anything to say. */
    static void assertQuiet(JavaFileObject source) {
        assertThat(complaints(source)).isEmpty();
    }

    /** What javac and the compiler of Eclipse say of what is generated, and errors in the source; each with its compiler. */
    static List<String> complaints(JavaFileObject source) {
        List<String> complaints = new ArrayList<>();
        javac(source).forEach(message -> complaints.add("javac: " + message));
        relevant(eclipse().compile(List.of(source)), source).forEach(message -> complaints.add("Eclipse: " + message));
        return complaints;
    }

    /** What javac says. */
    static List<Message> javac(JavaFileObject source) {
        List<Message> all = compiler(LINT).compile(source).diagnostics().stream()
                .map(Message::of)
                .toList();
        return relevant(all, source).toList();
    }

    private static Stream<Message> relevant(List<Message> messages, JavaFileObject source) {
        String file = source.getName().replaceFirst(".*/", "");
        return messages.stream()
                .filter(message -> message.kind().equals("error")
                        || message.kind().equals("warning") && !message.file().equals(file));
    }
}
