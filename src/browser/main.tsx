import { render } from 'preact';
import type { ReportData } from '../report/html/data.js';
import { App } from './app.js';

const [data, report] = ['data', 'report'].map((id) => document.getElementById(id));
if (data && report) render(<App data={JSON.parse(data.textContent ?? '') as ReportData} />, report);
