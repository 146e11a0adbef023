"""Office files in (Word, Excel, workbooks of ours), content files out, by way of a workbook that an officer reviews."""
