/** Data files that are as they should be, and broken ones. */
package dev.cairn.samples.csv;
