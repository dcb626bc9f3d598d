/** Data files, read line by line. What is wrong with one is said with the name of the file and the number of the line. */
package dev.cairn.samples.csv;
