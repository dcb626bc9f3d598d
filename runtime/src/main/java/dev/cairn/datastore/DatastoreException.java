package dev.cairn.datastore;

import dev.cairn.CairnException;

/** A datastore failed, or refused a request. The message says what is wrong and where, and how to fix it. */
public class DatastoreException extends CairnException {
    private static final long serialVersionUID = 1;

    /** With a message for the user. */
    public DatastoreException(String message) {
        super(message);
    }

    /** With a message for the user, and the cause. */
    public DatastoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** There is no run of this id. */
    public static DatastoreException noSuchRun(RunId run) {
        return new DatastoreException("there is no run " + run + " in the datastore");
    }

    /** The datastore is of a kind that Cairn cannot copy into a directory. */
    public static DatastoreException noBackup(String url) {
        return new DatastoreException("the datastore `" + url
                + "` cannot be copied into a directory: only `file:` can. Use `export`, or the tools of its database.");
    }

    /** There is a run of this id already. */
    public static DatastoreException runExists(RunId run) {
        return new DatastoreException("run " + run + " already exists in the datastore");
    }

    /** The run has another owner than the process that wants to write to it. */
    public static DatastoreException fenced(RunId run) {
        return new DatastoreException(
                "run " + run + " was taken over by another process, so this process can no longer write to it."
                        + " Follow the run in the other process.");
    }

    /** Another flow class uses this name. */
    public static DatastoreException flowNameInUse(String flow, String flowClass, String user) {
        return new DatastoreException(
                "the flow name `" + flow + "` of " + flowClass + " is in use by the runs of " + user
                        + ". Give one of them another name, or, if it is the same flow under a new class name,"
                        + " annotate the class with @FormerNames(\"" + user + "\")");
    }
}
