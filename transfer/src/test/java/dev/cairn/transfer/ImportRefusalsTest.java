package dev.cairn.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.engine.flows.ForwardingDatastore;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a file is said in a sentence, and nothing of it is written. */
class ImportRefusalsTest {
    @TempDir
    private Path directory;

    private final Datastore target = Datastore.inMemory();
    private Path file;
    private Path changed;
    private RunId run;

    @BeforeEach
    void export() {
        file = directory.resolve("runs.tar.zst");
        changed = directory.resolve("changed.tar.zst");
        try (Datastore source = Datastore.inMemory()) {
            run = Parcels.run(source, 2, "nightly");
            RunExporter.export(source, List.of(run), file);
        }
    }

    @AfterEach
    void nothingIsWritten() {
        try (Stream<BlobInfo> blobs = target.blobs().list()) {
            assertThat(blobs).isEmpty();
        }
        assertThat(runs(null)).isEmpty();
        assertThat(runs(RunStatus.IMPORTING)).isEmpty();
        target.close();
    }

    private List<RunRecord> runs(RunStatus status) {
        try (Stream<RunRecord> runs = target.runs().list(new RunQuery(null, status, Set.of()))) {
            return runs.toList();
        }
    }

    private void refuses(Archive archive, String reason) throws IOException {
        refuses(archive.announce().tar(), reason);
    }

    private void refuses(byte[] tar, String reason) throws IOException {
        Archive.write(tar, changed);
        refusesFile(reason);
    }

    private void refusesFile(String reason) {
        assertThatThrownBy(() -> RunImporter.into(target).read(changed))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessage("`" + changed + "` cannot be imported: " + reason + " Nothing of it was imported.");
    }

    private Archive archive() throws IOException {
        return Archive.read(file);
    }

    @Test
    void anArchiveThatIsWrittenAgainIsTheSame() throws IOException {
        assertThat(archive().announce().tar()).isEqualTo(Archive.tarOf(file));
    }

    @Test
    void noFile() {
        refusesFile("there is no such file.");
    }

    @Test
    void aFileThatIsCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 1 + whole.length / 40) {
            Files.write(changed, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> RunImporter.into(target).read(changed))
                    .isInstanceOf(ImportRefusedException.class)
                    .hasMessageStartingWith("`" + changed + "` cannot be imported: ");
        }
    }

    @Test
    void anArchiveThatIsCutOff() throws IOException {
        byte[] tar = Archive.tarOf(file);
        refuses(
                Arrays.copyOf(tar, tar.length - 1024 - 512),
                "it is cut off, or is not an export (it ends in the middle).");
        refuses(
                Arrays.copyOf(tar, Archive.header(tar, "end.json")),
                "it is cut off, or is not an export (it ends in the middle).");
        Archive endless = archive();
        endless.entries.remove(endless.entries.size() - 1);
        refuses(endless, "it ends where its entry `end.json` should be.");
    }

    @Test
    void somethingBehindTheEnd() throws IOException {
        byte[] tar = Archive.tarOf(file);
        refuses(Arrays.copyOf(tar, tar.length + 1), "something follows its end.");
        Archive more = archive();
        more.entries.add(new Archive.Entry("more.json", new byte[0]));
        refuses(more, "it has the entry `more.json` after its end.");
    }

    @Test
    void anEntryThatIsNotOneOfAnExport() throws IOException {
        for (String name : List.of("../runs.jsonl", "/etc/passwd", "runs.jsonl/../x", "blobs/" + "0".repeat(64), "")) {
            Archive archive = archive();
            archive.entries.add(2, new Archive.Entry(name, new byte[3]));
            refuses(archive, "it has the entry `" + name + "` where `runs.jsonl` should be.");
        }
    }

    @Test
    void entriesTwiceOrOutOfOrder() throws IOException {
        Archive twice = archive();
        twice.entries.add(3, twice.entries.get(2));
        refuses(twice, "it has the entry `runs.jsonl` where `tasks.jsonl` should be.");
        Archive swapped = archive();
        Collections.swap(swapped.entries, 1, 2);
        refuses(swapped, "it has the entry `runs.jsonl` where `blobs.jsonl` should be.");
    }

    @Test
    void whatIsNotAPlainFile() throws IOException {
        byte[] tar = Archive.tarOf(file);
        int header = Archive.header(tar, "runs.jsonl");
        byte[] types = "125x".getBytes(StandardCharsets.US_ASCII);
        String[] said = {"a hard link", "a symbolic link", "a directory", "of type 120"};
        for (int i = 0; i < types.length; i++) {
            byte[] link = tar.clone();
            link[header + 156] = types[i];
            refuses(link, "its entry `runs.jsonl` is not a plain file as an export has it, but " + said[i] + ".");
        }
        byte[] target = tar.clone();
        target[header + 157] = '/'; // the name of a link's target
        refuses(target, "its entry `runs.jsonl` is not a plain file as an export has it.");
        byte[] name = tar.clone();
        name[header + 20] = 'x'; // behind the NUL that ends the name
        refuses(name, "its entry `runs.jsonl` is not a plain file as an export has it.");
    }

    @Test
    void otherContentsThanTheDigestSays() throws IOException {
        byte[] tar = Archive.tarOf(file);
        int at = Archive.header(tar, "tasks.jsonl") + 512;
        String line = new String(tar, at, 3000, StandardCharsets.US_ASCII);
        tar[at + line.indexOf("\"attempt\":0") + 10] = '1';
        refuses(tar, "its contents are not those whose digest is in its `end.json`.");
    }

    @Test
    void aBlobWithAnotherAddress() throws IOException {
        Archive archive = archive();
        int at = archive.find("blobs/");
        byte[] content = archive.entries.get(at).content().clone();
        content[content.length - 1] ^= 1;
        String name = archive.entries.get(at).name();
        archive.entries.set(at, new Archive.Entry(name, content));
        refuses(archive, "its entry `" + name + "` has bytes with another SHA-256 than its name.");
    }

    @Test
    void aBlobThatIsMissingOrHasAnotherSize() throws IOException {
        Archive missing = archive();
        String name = missing.entries.get(missing.find("blobs/")).name();
        missing.entries.remove(missing.find("blobs/"));
        String next = missing.entries.get(missing.find("blobs/")).name();
        refuses(missing, "it has the entry `" + next + "` where `" + name + "` should be.");
        Archive shorter = archive();
        int at = shorter.find("blobs/");
        int size = shorter.entries.get(at).content().length;
        shorter.entries.set(at, new Archive.Entry(name, new byte[3]));
        refuses(shorter, "its entry `" + name + "` has 3 bytes instead of " + size + ".");
    }

    @Test
    void aReferenceToWhatIsNotThere() throws IOException {
        Archive archive = archive();
        String unknown = "1".repeat(64);
        archive.change("files.jsonl", text -> text.replaceFirst("[0-9a-f]{64}", unknown));
        refuses(
                archive,
                "line 1 of its `files.jsonl` is wrong: it refers to " + unknown + ", which is not in the file.");
    }

    @Test
    void aBlobToWhichNothingRefers() throws IOException {
        Archive archive = archive();
        byte[] content = {1, 2, 3};
        Address address = Address.ofContent(content);
        archive.change("blobs.jsonl", text -> text + "{\"address\":\"" + address + "\",\"size\":3}\n");
        archive.change(
                "manifest.json",
                text -> text.replaceFirst(
                        "\"blobs\":[0-9]+",
                        "\"blobs\":" + archive.entries.get(1).text().lines().count()));
        archive.entries.add(archive.entries.size() - 1, new Archive.Entry("blobs/" + address, content));
        refuses(archive, "no run in it refers to its `blobs/" + address + "`.");
    }

    @Test
    void aValueWhoseSchemaIsNotThere() throws IOException {
        Archive archive = archive();
        String run = archive.entries.get(2).text();
        String hash = "2".repeat(64);
        byte[] value = new byte[40];
        System.arraycopy(new byte[] {(byte) 0xca, 0x1b, 1, 1}, 0, value, 0, 4);
        System.arraycopy(Address.parse(hash).toBytes(), 0, value, 4, 32);
        String inline = java.util.Base64.getEncoder().encodeToString(value);
        archive.change(
                "runs.jsonl",
                text -> text.replaceFirst(
                        "\"artifacts\":\\[",
                        "\"artifacts\":[{\"name\":\"x\",\"address\":\"" + Address.ofContent(value)
                                + "\",\"size\":40,\"type\":\"int\",\"created\":\"2026-11-29T00:00:00Z\",\"presumed\":false,\"inline\":\""
                                + inline + "\"},"));
        assertThat(archive.entries.get(2).text()).isNotEqualTo(run);
        refuses(archive, "line 1 of its `runs.jsonl` is wrong: it refers to " + hash + ", which is not in the file.");
    }

    @Test
    void namesThatCouldLeaveADirectory() throws IOException {
        refuses(
                archive().change("runs.jsonl", text -> text.replace("\"factor\"", "\"../factor\"")),
                "line 1 of its `runs.jsonl` is wrong: `name` is wrong.");
        refuses(
                archive().change("runs.jsonl", text -> text.replace("\"flow\":\"Parcels\"", "\"flow\":\"../Parcels\"")),
                "line 1 of its `runs.jsonl` is wrong: `flow` is wrong.");
        refuses(
                archive().change("runs.jsonl", text -> text.replace(run.value(), "../../" + run)),
                "line 1 of its `runs.jsonl` is wrong: `id` is wrong.");
        refuses(
                archive()
                        .change(
                                "tasks.jsonl",
                                text -> text.replaceFirst("\"task\":\"start\"", "\"task\":\"../start\"")),
                "line 1 of its `tasks.jsonl` is wrong: `task` is wrong.");
        refuses(
                archive().change("tasks.jsonl", text -> text.replaceFirst("\"next\":\\[\"", "\"next\":[\"\\\\u0000")),
                "line 1 of its `tasks.jsonl` is wrong: `next` is wrong.");
    }

    @Test
    void outputThatBelongsToNoTaskAtAnotherPlace() throws IOException {
        String logs = "logs/" + run + ".jsonl";
        String ofRun =
                "{\"task\":\"_\",\"attempt\":0,\"at\":\"2026-11-30T12:00:00Z\",\"stream\":\"OUT\",\"text\":\"\"}\n";
        refuses(
                archive().change(logs, text -> ofRun.replace("0,", "1,") + text),
                "line 1 of its `" + logs
                        + "` is wrong: output that belongs to no task has attempt 0, and comes first.");
        refuses(
                archive().change(logs, text -> text.replaceFirst("\n", "\n" + ofRun)),
                "line 2 of its `" + logs
                        + "` is wrong: output that belongs to no task has attempt 0, and comes first.");
        refuses(
                archive().change("tasks.jsonl", text -> text.replaceFirst("\"task\":\"start\"", "\"task\":\"_\"")),
                "line 1 of its `tasks.jsonl` is wrong: `_` is not a task.");
    }

    @Test
    void recordsThatAreNoRecords() throws IOException {
        refuses(
                archive().change("tasks.jsonl", text -> text.replaceFirst("\\{", "{\"more\":1,")),
                "line 1 of its `tasks.jsonl` is wrong: `more` is not known to this version of Cairn.");
        refuses(
                archive().change("tasks.jsonl", text -> text.replaceFirst("\"attempt\":0", "\"attempt\":-1")),
                "line 1 of its `tasks.jsonl` is wrong: `attempt` is negative.");
        refuses(
                archive().change("tasks.jsonl", text -> text.replaceFirst("\"attempt\":0,", "")),
                "line 1 of its `tasks.jsonl` is wrong: `attempt` is missing.");
        refuses(
                archive().change("tasks.jsonl", text -> text.replaceFirst("\"attempt\":0", "\"attempt\":\"0\"")),
                "line 1 of its `tasks.jsonl` is wrong: `attempt` is of the wrong kind.");
        refuses(
                archive().change("runs.jsonl", text -> text.replaceFirst("\"user\":\"", "\"user\":\"\\\\ud800")),
                "line 1 of its `runs.jsonl` is wrong: it has a text that is not valid Unicode.");
        refuses(
                archive().change("runs.jsonl", text -> text.replace("SUCCEEDED", "IMPORTING")),
                "line 1 of its `runs.jsonl` is wrong: run " + run + " has not ended.");
        refuses(
                archive().change("runs.jsonl", text -> text.substring(1)),
                "line 1 of its `runs.jsonl` is wrong: it is not a JSON object.");
        refuses(
                archive().change("runs.jsonl", text -> text + text.replace("nightly", "again")),
                "line 2 of its `runs.jsonl` is wrong: it has run " + run + " twice.");
        refuses(
                archive().change("tasks.jsonl", text -> text.replaceFirst("\"lines\":0", "\"lines\":1")),
                "its `tasks.jsonl` announces other output than its `logs/` have.");
    }

    private void refusesAttribute(String name, String text, String reason) throws IOException {
        String attributes = "\"attributes\":[{\"name\":\"" + name + "\",\"text\":\"" + text + "\"}]";
        refuses(
                archive().change("runs.jsonl", runs -> runs.replaceFirst("\\{", "{" + attributes + ",")),
                "line 1 of its `runs.jsonl` is wrong: its attribute " + reason + ".");
    }

    /** Whoever runs or shows the run relies on what they mean. */
    @Test
    void attributesThatNoRunHas() throws IOException {
        for (String text : List.of("abc", "", "0", "-1", "2147483648", "1.5")) {
            refusesAttribute(
                    "maxIterations.work",
                    text,
                    "`maxIterations.work` must be a number of at least 1, for a step, but is `" + text + "`");
        }
        refusesAttribute(
                "maxIterations.a b", "7", "`maxIterations.a b` must be a number of at least 1, for a step, but is `7`");
        refusesAttribute(
                "maxIterations.work",
                "9".repeat(100),
                "`maxIterations.work` must be a number of at least 1, for a step, but is `" + "9".repeat(40) + "..`");
        for (String text : List.of("Outer", "Outer/" + run, "Outer/" + run + "/../work", "Outer/7/work")) {
            refusesAttribute(
                    "startedBy",
                    text,
                    "`startedBy` must be the path of a task, but is `"
                            + (text.length() > 40 ? text.substring(0, 40) + ".." : text) + "`");
        }
    }

    @Test
    void keysThatNoExportHas() throws IOException {
        for (String key : List.of("checkpoint:work/3:x", "report:", "report:" + run + " work x")) {
            refuses(
                    archive().change("files.jsonl", text -> text.replaceFirst("\"key\":\"[^\"]*", "\"key\":\"" + key)),
                    "line 1 of its `files.jsonl` is wrong: `key` is wrong.");
        }
    }

    @Test
    void bombs() throws IOException {
        long size = Files.size(file);
        Archive large = archive();
        large.change("manifest.json", text -> text.replaceFirst("\"bytes\":[0-9]+", "\"bytes\":5000000000000"));
        Archive.write(large.tar(), changed);
        assertThatThrownBy(() -> RunImporter.into(target).read(changed))
                .hasMessageContaining("cannot be imported: it holds 5.0 TB in a file of ")
                .hasMessageEndingWith(", which only a file made to fill disks does, or one of dull values. If you trust"
                        + " whoever made it, import it with --trust. Nothing of it was imported.");
        Archive many = archive();
        many.change("manifest.json", text -> text.replaceFirst("\"blobs\":[0-9]+", "\"blobs\":" + size));
        refuses(many, "its `manifest.json` is wrong: it announces more than a file of its size can hold.");
        Archive more = archive();
        more.change("manifest.json", text -> text.replaceFirst("\"bytes\":[0-9]+", "\"bytes\":1000"));
        refuses(more.tar(), "it is larger than its `manifest.json` announces.");
        Archive padded = archive();
        padded.entries.set(0, new Archive.Entry("manifest.json", new byte[70_000]));
        refuses(padded.tar(), "its `manifest.json` is too large.");
    }

    @Test
    void newerFormats() throws IOException {
        refuses(
                archive()
                        .change(
                                "manifest.json",
                                text -> text.replace("\"version\":1", "\"version\":2")
                                        .replaceFirst("\"cairn\":\"[^\"]*\"", "\"cairn\":\"9.1\"")),
                "its `manifest.json` is wrong: it has version 2 of the format, but this version of Cairn supports only"
                        + " 1; import it with Cairn 9.1.");
    }

    @Test
    void attemptsThatCannotHaveBeenCommitted() throws IOException {
        Archive archive = archive();
        archive.change("tasks.jsonl", text -> text + text.lines().reduce("", (before, line) -> line) + "\n");
        archive.change(
                "manifest.json",
                text -> text.replaceFirst(
                        "\"attempts\":[0-9]+",
                        "\"attempts\":"
                                + archive.entries
                                        .get(archive.find("tasks.jsonl"))
                                        .text()
                                        .lines()
                                        .count()));
        Archive.write(archive.announce().tar(), changed);
        try (Datastore other = Datastore.inMemory()) {
            assertThatThrownBy(() -> RunImporter.into(other).read(changed))
                    .isInstanceOf(DatastoreException.class)
                    .hasMessage("attempt 0 of task end of run " + run
                            + " cannot be imported: it comes after an attempt that finished, or that has its number or a"
                            + " later one.");
            assertThat(other.runs().find(run)).isEmpty();
        }
    }

    @Test
    void anotherRunOfTheSameId() throws IOException {
        Archive archive = archive();
        archive.change("runs.jsonl", text -> text.replaceFirst("\"user\":\"[^\"]*\"", "\"user\":\"eve\""));
        archive.announce().write(changed);
        try (Datastore other = Datastore.inMemory()) {
            RunImporter.into(other).read(file);
            assertThatThrownBy(() -> RunImporter.into(other).read(changed))
                    .isInstanceOf(ImportRefusedException.class)
                    .hasMessage("`" + changed + "` cannot be imported: run Parcels/" + run
                            + " is in the datastore already, and is not the same. Delete the one in the datastore, or"
                            + " keep it. Nothing of it was imported.");
        }
    }

    /** A datastore whose n-th blob cannot be stored. */
    private static Datastore failing(Datastore datastore, int last) {
        int[] left = {last};
        Blobs blobs = (Blobs) Proxy.newProxyInstance(
                Blobs.class.getClassLoader(), new Class<?>[] {Blobs.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("put") && arguments[0] instanceof BlobContent && left[0]-- == 0) {
                        throw new DatastoreException("the disk is full");
                    }
                    try {
                        return method.invoke(datastore.blobs(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return new ForwardingDatastore(datastore) {
            @Override
            public Blobs blobs() {
                return blobs;
            }
        };
    }

    @Test
    void anImportThatFailsHalfwayLeavesNoRunAndCanBeRunAgain() throws IOException {
        long blobs = archive().entries.stream()
                .filter(entry -> entry.name().startsWith("blobs/"))
                .count();
        assertThat(blobs).isGreaterThan(4);
        try (Datastore other = Datastore.inMemory()) {
            for (int last = 0; last < blobs; last++) {
                Datastore failing = failing(other, last);
                assertThatThrownBy(() -> RunImporter.into(failing).read(file)).hasMessage("the disk is full");
                assertThat(other.runs().find(run)).isEmpty();
                try (Stream<RunRecord> runs = other.runs().list(new RunQuery(null, RunStatus.IMPORTING, Set.of()))) {
                    assertThat(runs).isEmpty();
                }
            }
            assertThat(RunImporter.into(other).read(file).imported()).containsExactly("Parcels/" + run);
        }
    }
}
