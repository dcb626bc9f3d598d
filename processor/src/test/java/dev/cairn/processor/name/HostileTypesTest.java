package dev.cairn.processor.name;

import static dev.cairn.processor.FlowCompilation.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.RunningFlows;
import org.junit.jupiter.api.Test;

/** Types of users that are called as types of the JDK, of the runtime, or of what is generated: the flows compile and run. */
class HostileTypesTest {
    private static final String RUN = "Runner.builder().datastore(dev.cairn.datastore.Datastore.inMemory()).run()";

    private static Object call(String source) throws ReflectiveOperationException {
        return RunningFlows.of(file(source.replace("RUN", RUN))).call("Driver");
    }

    @Test
    void typesNamedAsWhatIsGenerated() throws ReflectiveOperationException {
        assertThat(call("""
                        @Flow
                        class Sample {
                            Name name;
                            Train train;
                            Builder builder2;
                            @Step(next = "train") void start() { name = new Name("n"); builder2 = new Builder(3); }
                            @Step(next = "end") void train() { train = new Train(name, 5); }
                            @Step void end() {}
                        }
                        record Name(String text) {}
                        record Train(Name name, int cars) {}
                        record Builder(int size) {}
                        class Driver {
                            static String call() {
                                SampleRun run = SampleRUN;
                                return run.end().name().text() + run.train().train().cars() + run.end().builder2().size();
                            }
                        }
                        """)).isEqualTo("n53");
    }

    @Test
    void typesNamedAsThoseOfTheJdk() throws ReflectiveOperationException {
        assertThat(call("""
                        @Flow
                        class Sample {
                            com.acme.List list;
                            com.acme.String text;
                            com.acme.Integer number;
                            java.util.List<com.acme.Map> maps;
                            Override override;
                            @Parameter Optional optional = new Optional(1);
                            @Step(next = "end") void start() {
                                list = new List(1);
                                text = new String(2);
                                number = new Integer(3);
                                maps = java.util.List.of(new Map(4), new Map(5));
                                override = Override.YES;
                            }
                            @Step void end() { System.out.println(optional); }
                        }
                        record List(int a) {}
                        record String(int a) {}
                        record Integer(int a) {}
                        record Map(int a) {}
                        record Optional(int a) {}
                        enum Override { YES, NO }
                        class Driver {
                            static java.lang.String call() {
                                SampleArtifacts.End end = SampleRUN.end();
                                return "" + end.list().a() + end.text().a() + end.number().a() + end.maps().size()
                                        + end.override() + end.optional().a();
                            }
                        }
                        """)).isEqualTo("1232YES1");
    }

    @Test
    void typesNamedAsThoseOfTheRuntime() throws ReflectiveOperationException {
        assertThat(call("""
                        @Flow
                        class Sample {
                            Task job;
                            Inputs kept;
                            TaskView seen;
                            Merge merged;
                            @Step(next = {"a", "b"}) void start() { job = new Task(1); }
                            @Step(next = "end") void a() { kept = new Inputs(2); }
                            @Step(next = "end") void b() { seen = new TaskView(3); }
                            @Step void end(SampleArtifacts.EndInputs inputs) {
                                inputs.mergeInto(this);
                                merged = new Merge(job, kept, seen);
                            }
                        }
                        record Task(int a) {}
                        record Inputs(int a) {}
                        record TaskView(int a) {}
                        record Merge(Task task, Inputs inputs, TaskView view) {}
                        class Driver {
                            static String call() {
                                return SampleRUN.end().merged().toString();
                            }
                        }
                        """)).isEqualTo("Merge[task=Task[a=1], inputs=Inputs[a=2], view=TaskView[a=3]]");
    }

    @Test
    void aNestedFlowBesideOneOfItsName() throws ReflectiveOperationException {
        assertThat(call("""
                        class Outer {
                            @Flow
                            static class Foo {
                                String from;
                                @Step(next = "end") void start() { from = "nested"; }
                                @Step void end() {}
                            }
                        }
                        @Flow
                        class Foo {
                            String from;
                            @Step(next = "end") void start() { from = "top"; }
                            @Step void end() {}
                        }
                        class Driver {
                            static String call() {
                                Outer_FooRun nested = Outer_FooRUN;
                                FooRun top = FooRUN;
                                return nested.end().from() + " " + top.end().from();
                            }
                        }
                        """)).isEqualTo("nested top");
    }

    @Test
    void aFlowNamedAsWhatTheJdkOrTheRuntimeHas() throws ReflectiveOperationException {
        assertThat(call("""
                        @Flow
                        class Task {
                            int value;
                            @Step(next = "end") void start() { value = 1; }
                            @Step void end() {}
                        }
                        @Flow
                        class Object2 {
                            int value;
                            @Step(next = "end") void start() { value = 2; }
                            @Step void end() {}
                        }
                        @Flow
                        class String {
                            int value;
                            @Step(next = "end") void start() { value = 3; }
                            @Step void end() {}
                        }
                        class Driver {
                            static java.lang.String call() {
                                return "" + TaskRUN.end().value() + Object2RUN.end().value() + StringRUN.end().value();
                            }
                        }
                        """)).isEqualTo("123");
    }

    @Test
    void aLoopThatChecksFirstInGenericHelpersAndConstants() throws ReflectiveOperationException {
        assertThat(call("""
                        @Flow
                        class Sample extends Helper<Integer> {
                            int count = 0;
                            boolean more = true;
                            @Step(switchOn = Names.MORE, cases = @Case(value = Names.YES, next = Names.PREFIX + "k"), otherwise = "end")
                            void start() { more = count < 3; }
                            @Step(switchOn = Names.MORE, otherwise = "start") void work() { count = twice(count + 1) / 2; }
                            @Step void end() {}
                        }
                        abstract class Helper<T extends Number> {
                            int twice(T number) { return 2 * number.intValue(); }
                        }
                        interface Names {
                            String MORE = "more";
                            String YES = "" + true;
                            String PREFIX = "wor";
                        }
                        class Driver {
                            static String call() {
                                SampleRun run = SampleRUN;
                                return run.end().count() + " " + run.workIterations().size();
                            }
                        }
                        """)).isEqualTo("3 3");
    }
}
