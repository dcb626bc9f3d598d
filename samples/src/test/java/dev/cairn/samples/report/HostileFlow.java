package dev.cairn.samples.report;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Retry;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;
import java.util.List;
import java.util.Map;

/** Everything that it says wants to be code: </script><script>document.title = 'owned'</script><!-- <img src=x onerror="document.title='owned'"> */
@Flow
class HostileFlow {
    /** Ends scripts, comments, attributes and texts; turns text around; steers a terminal. */
    static final String HOSTILE =
            "</script><script>document.title='owned'</script><!-- --><img src=x onerror=\"document.title='owned'\">"
                    + "'\"]]></title></style><svg onload=document.title='owned'>\u202egnp.exe\u2066\u001b[2J\u0000\u2028{{7*7}}${7*7}";

    @Parameter(help = "text")
    String text = HOSTILE;

    List<String> texts;
    String copy;
    Map<String, String> map;

    @Step(next = "repeat", foreach = "texts")
    void start() {
        texts = List.of(text, "<b>", "\u202e");
    }

    /** <script>document.title = 'owned'</script> */
    @Step(next = "join")
    @Retry(times = 1)
    void repeat(@Item String item, TaskContext task) {
        copy = item;
        task.log(text);
        System.err.println(text);
        task.report()
                .heading(text)
                .text(text)
                .table(List.of(text), List.of(List.of(text)))
                .barChart(text, Map.of(text, 1))
                .lineChart(text, Map.of(text, new double[] {1, 2}));
        if (task.attempt() == 0) {
            throw new IllegalStateException(text);
        }
    }

    @Step(next = "end")
    void join(HostileFlowArtifacts.JoinInputs inputs) {
        map = Map.of(text, text);
    }

    @Step
    void end() {
        throw new IllegalStateException(text);
    }
}
